package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCallsTest {

    /** Calls what it is about, beside names that look like it. */
    static final class Halting {

        private Halting() {}

        static String halt(int code) {
            if (code > 1000) {
                Runtime.getRuntime().halt(code);
                System.exit(code);
            }
            return "halt";
        }

        static String all(int code) {
            return code > 1000 ? "java/lang/Runtime" : halt(code);
        }
    }

    /** Calls nothing of it. */
    static final class Peaceful {

        private Peaceful() {}

        static String halt() {
            return Runtime.version() + "halt";
        }
    }

    @Test
    void haltIsExitAndNothingElseChanges() throws IOException {
        byte[] guarded = ExitCalls.guarded(classFile(Halting.class));

        assertEquals(List.of("exit", "exit", "getRuntime", "halt"), calls(guarded));
    }

    @Test
    void whatIsChangedStillRuns() throws Exception {
        byte[] guarded = ExitCalls.guarded(classFile(Halting.class));
        Class<?> loaded = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, guarded, 0, guarded.length);
            }
        }.loadClass(Halting.class.getName());
        var method = loaded.getDeclaredMethod("all", int.class);
        method.setAccessible(true);

        assertEquals("halt", method.invoke(null, 1));
    }

    @Test
    void aClassThatDoesNotCallItStaysAsItIs() throws IOException {
        byte[] classFile = classFile(Peaceful.class);

        assertSame(classFile, ExitCalls.guarded(classFile));
    }

    @Test
    void oneThatIsCutStaysAsItIs() throws IOException {
        byte[] classFile = classFile(Halting.class);
        for (int length = 0; length < classFile.length / 2; length++) {
            byte[] cut = Arrays.copyOf(classFile, length);

            assertArrayEquals(cut, ExitCalls.guarded(cut));
        }
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    private static List<String> calls(byte[] classFile) {
        List<String> all = new ArrayList<>();
        ClassFile.of().parse(classFile).methods().forEach(method -> method.code().ifPresent(code -> code.forEach(element -> {
            if (element instanceof InvokeInstruction call && !call.name().equalsString("<init>")) {
                all.add(call.name().stringValue());
            }
        })));
        return all.stream().sorted().toList();
    }
}
