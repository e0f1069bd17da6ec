package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The manual pages, as both formatters read them. */
class ManualIT {

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    private static Machine machine;
    private static Path program;

    /** Once: the tests change nothing. */
    @BeforeAll
    static void unpack(@TempDir Path folder) throws IOException, InterruptedException {
        machine = new Machine(folder);
        program = Packages.unpackedArchive(machine);
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(program.resolve("share/man/man1"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void areRenderedWithoutAWarning() throws Exception {
        needMan();
        for (Path page : pages()) {
            Run run = man("--warnings", "-l", page.toString());
            assertEquals("", run.ends(0).err());
            assertTrue(run.out().contains("SYNOPSIS"), run::toString);
        }
    }

    @Test
    void haveNothingThatMandocComplainsAbout() throws Exception {
        machine.need("mandoc", "mandoc");
        List<String> command = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "style"));
        pages().forEach(page -> command.add(page.toString()));
        Run run = machine.run(Map.of("LC_ALL", "C.UTF-8"), command.toArray(String[]::new));
        // Those of ours are not where it looks.
        List<String> complaints = (run.out() + run.err())
                .lines()
                .filter(line -> !line.contains("referenced manual not found: Xr wandb"))
                .toList();
        assertEquals(List.of(), complaints);
    }

    @Test
    void referToPagesThatAreThere() throws Exception {
        List<String> names = new ArrayList<>();
        for (Path page : pages()) {
            names.add(page.getFileName().toString().replaceFirst("\\.1$", ""));
        }
        for (Path page : pages()) {
            for (String line : Files.readAllLines(page)) {
                assertTrue(!line.startsWith(".Xr ") || names.contains(line.split(" ", -1)[1]), line);
            }
        }
    }

    @Test
    void describeEveryOptionThatTheHelpHas() throws Exception {
        needMan();
        for (Path page : pages()) {
            String name = page.getFileName().toString().replaceFirst("\\.1$", "");
            String text = man("-l", page.toString()).ends(0).out();
            List<String> words = new ArrayList<>(List.of(name.split("-", -1)));
            words.removeFirst(); // the program itself
            words.add("--help");
            String help = machine.wandb(words.toArray(String[]::new)).ends(0).out();
            Matcher option = OPTION.matcher(help);
            assertFalse(help.isEmpty());
            while (option.find() && !name.equals("wandb")) {
                assertTrue(text.contains(option.group()), () -> option.group() + " of " + name);
            }
        }
    }

    @Test
    void areFoundBesideTheProgramOnThePath() throws Exception {
        needMan();
        Run run = machine.run(
                Map.of("PATH", program + "/bin:/usr/bin:/bin", "LC_ALL", "C.UTF-8", "MANWIDTH", "80"),
                "man",
                "wandb-login");
        assertTrue(run.ends(0).out().contains("WANDB-LOGIN(1)"), run::toString);
    }

    private Run man(String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of("man"), Stream.of(arguments)).toArray(String[]::new);
        return machine.run(Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80", "MANROFFSEQ", ""), command);
    }

    /** Small images of Debian have a script in its place, which says that it is not there. */
    private void needMan() throws IOException, InterruptedException {
        Run run = machine.run(Map.of(), "man", "--version");
        assumeTrue(
                run.exitCode() == 0 && run.out().startsWith("man "),
                "there is no real man (Debian: man-db, groff-base)");
    }
}
