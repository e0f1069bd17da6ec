package wandb.auth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Main code comes in small pieces, but for the messages of a module, which stand together. */
class SourceFileTest {

    private static final int MOST_LINES_OF_A_FILE = 300;
    private static final int MOST_LINES_OF_A_METHOD = 40;

    private static final SourceFile EXAMPLE = new SourceFile("""
            package a;

            import java.util.*;

            /** Braces { in comments. */
            class Example {
                int field = 1;

                // {
                void shorter() {
                    if (field == 1) { // a remark
                        field = 2;
                    } else {
                        field = 3;
                    }
                }

                int[] longer(
                        int a,
                        int b) {
                    int[] values = {a, b};
                    int[] others = new int[] {
                        1,
                        2,
                        3,
                        4,
                    };
                    return values;
                }
            }
            """);

    @TestFactory
    List<DynamicTest> mainFilesAndTheirMethodsAreShort() {
        List<DynamicTest> tests = new ArrayList<>();
        for (var module : Project.modules()) {
            for (var file : Project.filesBelow(module.resolve("src/main/java"))) {
                String name = module.relativize(file).toString();
                int most = name.endsWith("/Messages.java") ? Integer.MAX_VALUE : MOST_LINES_OF_A_FILE;
                tests.add(DynamicTest.dynamicTest(name, () -> check(new SourceFile(Project.read(file)), most)));
            }
        }
        assertTrue(tests.size() > 50, "too few files were seen");
        return tests;
    }

    /** Packages whose sentences are the descriptions of commands and options. */
    private static final List<String> DESCRIBED =
            List.of("cli", "cli/command", "cli/guess", "cli/option", "cli/reference");

    /** A stranger reads what the program says in one place of each module. */
    @TestFactory
    List<DynamicTest> sentencesStandInMessages() {
        List<DynamicTest> tests = new ArrayList<>();
        for (var module : Project.shippedModules()) {
            for (var file : Project.filesBelow(module.resolve("src/main/java/wandb/auth"))) {
                String name = module.resolve("src/main/java/wandb/auth")
                        .relativize(file)
                        .toString();
                String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                if (!name.endsWith("/Messages.java") && !folder.startsWith("testkit") && !DESCRIBED.contains(folder)) {
                    tests.add(DynamicTest.dynamicTest(
                            name, () -> assertEquals(List.of(), new SourceFile(Project.read(file)).sentences())));
                }
            }
        }
        assertTrue(tests.size() > 300, "too few files were seen");
        return tests;
    }

    @Test
    void aSentenceIsSeen() {
        assertEquals(
                List.of("console.info(\"It is there already.\");"),
                new SourceFile("class A {\n    console.info(\"It is there already.\");\n    // \"No word of it.\"\n}\n")
                        .sentences());
        assertEquals(List.of(), new SourceFile("throw new IllegalStateException(\"it is gone now.\");\n").sentences());
    }

    private static void check(SourceFile file, int mostLines) {
        assertTrue(file.lines() <= mostLines, () -> file.lines() + " lines");
        assertTrue(
                file.longestBlock() <= MOST_LINES_OF_A_METHOD, () -> "a method of " + file.longestBlock() + " lines");
        assertFalse(file.hasStarImport(), "an import with a star");
    }

    @Test
    void theLongestBlockIsMeasuredFromBraceToBrace() {
        assertEquals(10, EXAMPLE.longestBlock());
    }

    @Test
    void linesAreCounted() {
        assertEquals(30, EXAMPLE.lines());
    }

    @Test
    void anImportWithAStarIsSeen() {
        assertTrue(EXAMPLE.hasStarImport());
        assertFalse(new SourceFile("import java.util.List;\n").hasStarImport());
    }
}
