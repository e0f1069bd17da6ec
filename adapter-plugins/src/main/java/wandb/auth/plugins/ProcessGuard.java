package wandb.auth.plugins;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import wandb.auth.domain.Credential;
import wandb.auth.domain.port.OutsideText;

/**
 * What stands between the code of plugins and this process: what they print goes to standard error, a line at a time and
 * cleaned, and one that ends the process ends it with a failure that is told. By reflection or native code they can still do
 * what this user can do.
 */
final class ProcessGuard {

    private static final int FAILED = 1;

    private static final List<Credential> SECRETS = new CopyOnWriteArrayList<>();

    private static boolean stands;

    private ProcessGuard() {}

    /** Stands guard from now on. */
    static synchronized void stand() {
        if (!stands) {
            stands = true;
            PrintStream error = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            PrintStream cleaned = new PrintStream(new CleanedLines(error), true, StandardCharsets.UTF_8);
            System.setOut(cleaned);
            System.setErr(cleaned);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> failIfCodeEndedIt(error), "guard of the process"));
        }
    }

    /** A secret that no plugin repeats to a person. */
    static void learn(Credential secret) {
        if (!SECRETS.contains(secret)) {
            SECRETS.add(secret);
        }
    }

    static Iterable<Credential> secrets() {
        return SECRETS;
    }

    /** A signal ends the process without that method; our own code never calls it. */
    private static void failIfCodeEndedIt(PrintStream error) {
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            for (StackTraceElement frame : thread.getValue()) {
                if (frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit")) {
                    String name = OutsideText.sentence(thread.getKey().getName(), SECRETS);
                    error.println(Messages.processEnded(name));
                    Runtime.getRuntime().halt(FAILED);
                }
            }
        }
    }

    /** Passes on whole lines, cleaned; a line that never ends is cut. */
    static final class CleanedLines extends OutputStream {

        private static final int LONGEST = 4096;

        private final PrintStream target;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        /** What the last lines ended with: a secret may be spread over lines. */
        private String before = "";

        CleanedLines(PrintStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            if (b == '\n') {
                pass();
            } else if (line.size() < LONGEST) {
                line.write(b);
            }
        }

        private void pass() {
            String words = line.toString(StandardCharsets.UTF_8);
            line.reset();
            target.println(continuesSecret(words) ? OutsideText.HIDDEN : OutsideText.sentence(words, SECRETS));
            before = OutsideText.end(before + words);
        }

        private boolean continuesSecret(String words) {
            for (Credential secret : SECRETS) {
                if (OutsideText.repeats(before + words, secret) && !OutsideText.repeats(words, secret)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            if (line.size() > 0) {
                pass();
            }
        }
    }
}
