package wandb.auth.testkit;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wandb.auth.testkit.ProcessesContract.Item;

/** A process that saves keys once it is told to. */
record WriterProcess(Process process, BufferedReader output, List<Item> items) implements AutoCloseable {

    /** The process, which is told on its standard input, which nobody else sees, what to save and where. */
    static WriterProcess start(CredentialStoreContract contract, List<Item> items) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(contract.getClass()),
                WriterMain.class.getName());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        DataOutputStream input = new DataOutputStream(process.getOutputStream());
        input.writeUTF(contract.getClass().getName());
        WriterMain.write(contract.usable(), input);
        WriterMain.write(items, contract.patience(), input);
        input.flush();
        return new WriterProcess(process, process.inputReader(StandardCharsets.UTF_8), items);
    }

    /** Everything that this process can load, modules or not, and where the classes of the test itself are. */
    private static String classPath(Class<?> test) {
        List<String> path = new ArrayList<>();
        URL self = test.getResource("/" + test.getName().replace('.', '/') + ".class");
        if (self != null && self.getProtocol().equals("file")) {
            int depth = test.getName().split("\\.", -1).length;
            Path root = Path.of(URI.create(self.toString()))
                    .resolve("../".repeat(depth))
                    .normalize();
            path.add(root.toString());
        }
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            path.add(System.getProperty(property, ""));
        }
        return String.join(File.pathSeparator, path);
    }

    void awaitReadiness() throws IOException, InterruptedException {
        String said = output.readLine();
        if (!WriterMain.READY.equals(said)) {
            throw new IOException("the process did not start: " + said + "\n" + complaints());
        }
    }

    void letWrite() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(0);
        input.flush();
    }

    /** What it had to say of saves that failed, once it has ended; nothing if there were none. */
    String complaints() throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
        }
        int code = process.waitFor();
        if (code != 0) {
            said.append("exit code ").append(code);
        }
        return said.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
