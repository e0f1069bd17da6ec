package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.dist.runtime.Platform;
import wandb.auth.system.Machine;

/** What is in the packages of every system, as far as a machine of one system can tell. */
@Tag("slow")
class EverySystemIT {

    private static final long LARGEST_WHEEL = 45_000_000;
    private static final String IMAGE = "lib/wandb-auth/";

    @TempDir
    Path folder;

    @BeforeAll
    static void needPackages() throws IOException {
        assumeTrue(
                Packages.names().stream().anyMatch(name -> name.endsWith(".zip")),
                "only this system's packages were built: build with -Pdistribution, as ./verify --all does");
    }

    @Test
    void eachSystemHasAnArchiveAWheelAndABillOfMaterialsAndEachLinuxADeb() throws Exception {
        String version = version();
        Set<String> expected = new TreeSet<>(Set.of("SHA256SUMS"));
        for (Platform platform : Platform.values()) {
            String stem = "wandb-auth-" + version + "-";
            expected.add(stem + platform + (platform.isWindows() ? ".zip" : ".tar.gz"));
            expected.add("wandb_auth-" + version + "-" + platform.pythonTag() + ".whl");
            expected.add(stem + (platform == Platform.current() ? "" : platform + "-") + "sbom.cdx.json");
            platform.debianArchitecture()
                    .ifPresent(name -> expected.add("wandb-auth_" + version + "_" + name + ".deb"));
        }
        assertEquals(expected, Packages.names());
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void anArchiveHasOneFolderWithTheProgramsAndOnlyThoseMayBeRun(Platform platform) throws Exception {
        SortedMap<String, PackedFile> files = archive(platform);
        Set<String> programs = new TreeSet<>(
                platform.isWindows()
                        ? Set.of("bin/wandb.exe", "bin/wandb-auth.exe")
                        : Set.of("install.sh", IMAGE + "bin/java", IMAGE + "bin/wandb", IMAGE + "lib/jspawnhelper"));
        if (platform.isWindows()) {
            files.keySet().stream()
                    .filter(name -> name.startsWith(IMAGE + "bin/") && !name.contains("/server/"))
                    .forEach(programs::add);
        }
        assertEquals(programs, programs(files));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void bothNamesAreThereToBePutOnAPath(Platform platform) throws Exception {
        SortedMap<String, PackedFile> files = archive(platform);
        for (String name : List.of("bin/wandb", "bin/wandb-auth")) {
            if (platform.isWindows()) {
                assertEquals(
                        NativeFormat.PE_X64,
                        NativeFormat.of(file(files, name + ".exe").content()),
                        name);
            } else {
                assertEquals("../" + IMAGE + "bin/wandb", file(files, name).link(), name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyProgramAndLibraryInAnArchiveIsForItsSystem(Platform platform) throws Exception {
        assertIsFor(platform, archive(platform));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyProgramAndLibraryInAWheelIsForItsSystem(Platform platform) throws Exception {
        assertIsFor(platform, PackedFile.in(Packages.wheel(platform)));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void anArchiveHasTheLicencesInstructionsAndItsBillOfMaterials(Platform platform) throws Exception {
        SortedMap<String, PackedFile> files = archive(platform);
        assertTrue(file(files, "LICENSE").text().contains("Apache License"));
        assertTrue(file(files, "INSTALL.txt").text().contains("PATH"));
        assertTrue(file(files, IMAGE + "legal/java.base/LICENSE").text().contains("GNU General Public License"));
        assertTrue(files.containsKey(IMAGE + "legal/java.base/ASSEMBLY_EXCEPTION"));
        assertEquals(
                Files.readString(Packages.bill(platform)),
                file(files, "share/doc/wandb-auth/sbom.cdx.json").text());
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void anImageHasTheModulesOfThisSystemsImageAndOnlyLibrariesOfTheKeychainBesides(Platform platform)
            throws Exception {
        Set<String> here = modules(Files.readString(Machine.IMAGE.resolve("release")));
        Set<String> there = modules(file(archive(platform), IMAGE + "release").text());
        assertTrue(there.containsAll(here), there::toString);
        there.removeAll(here);
        there.removeAll(
                Set.of("com.sun.jna", "com.sun.jna.platform", "java.keyring", "jkeychain", "jdk.crypto.mscapi"));
        assertEquals(Set.of(), there);
    }

    @Test
    void theArchiveForMacosHasListsOfTheClassesForTheCachesThatItsInstallerMakes() throws Exception {
        Set<String> files = archive(Platform.MACOS_ARM64).keySet();
        assertTrue(files.containsAll(Set.of(IMAGE + "lib/classes.list", IMAGE + "lib/complete.list")), files::toString);
        assertFalse(files.stream().anyMatch(name -> name.endsWith(".jsa")), files::toString);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aWheelBringsOneProgramAndIsSmall(Platform platform) throws Exception {
        Path wheel = Packages.wheel(platform);
        assertTrue(Files.size(wheel) <= LARGEST_WHEEL, () -> wheel + " is larger than " + LARGEST_WHEEL);
        SortedMap<String, PackedFile> files = PackedFile.in(wheel);
        String stem = "wandb_auth-" + version();
        String scripts = stem + ".data/scripts/";
        String program = scripts + "wandb-auth" + (platform.isWindows() ? ".exe" : "");
        assertEquals(
                Set.of(program), files.tailMap(scripts).headMap(scripts + "~").keySet());
        assertTrue(file(files, program).isProgram());
        assertTrue(file(files, stem + ".dist-info/WHEEL").text().contains("\nTag: " + platform.pythonTag() + "\n"));
        String data = stem + ".data/data/" + IMAGE;
        if (platform.isWindows()) {
            assertTrue(files.containsKey(data + "bin/java.exe") && files.containsKey(data + "bin/jnidispatch.dll"));
        } else {
            assertEquals(Set.of(program, data + "bin/java", data + "lib/jspawnhelper"), programs(files));
        }
    }

    @Test
    void theDebForArmSaysSoAndHasTheFilesOfTheOther() throws Exception {
        SortedMap<String, PackedFile> arm = PackedFile.in(deb("arm64"));
        SortedMap<String, PackedFile> intel = PackedFile.in(deb("amd64"));
        assertIsFor(Platform.LINUX_ARM64, arm);
        assertEquals(withoutWhatDiffers(intel.keySet()), withoutWhatDiffers(arm.keySet()));
        assertEquals(programs(intel), programs(arm));
    }

    @Test
    void lintianFindsNoErrorInTheDebForArm() throws Exception {
        Machine machine = new Machine(folder);
        machine.need("lintian", "lintian");
        machine.run(
                        Map.of(),
                        "lintian",
                        "--allow-root",
                        "--fail-on",
                        "error",
                        deb("arm64").toString())
                .ends(0);
    }

    private static Path deb(String architecture) throws IOException {
        return Packages.FOLDER.resolve("wandb-auth_" + version() + "_" + architecture + ".deb");
    }

    /** Class caches are there only where Java ran when the packages were built; a JDK has libraries and licences of its own. */
    private static Set<String> withoutWhatDiffers(Set<String> names) {
        Set<String> others = new TreeSet<>(names);
        others.removeIf(name -> name.endsWith(".jsa") || name.endsWith(".so") || name.contains("/legal/java.base/"));
        return others;
    }

    /** By their names in the archive's one folder. */
    private static SortedMap<String, PackedFile> archive(Platform platform) throws IOException {
        String folder = "wandb-auth-" + version() + "-" + platform + "/";
        SortedMap<String, PackedFile> files = new TreeMap<>();
        PackedFile.in(Packages.archive(platform)).forEach((name, file) -> {
            assertTrue(name.startsWith(folder), name);
            files.put(name.substring(folder.length()), file);
        });
        return files;
    }

    private static void assertIsFor(Platform platform, SortedMap<String, PackedFile> files) {
        Set<NativeFormat> found = EnumSet.noneOf(NativeFormat.class);
        files.forEach((name, file) -> {
            NativeFormat format = NativeFormat.of(file.content());
            found.add(format);
            String ending = name.substring(name.lastIndexOf('.') + 1);
            assertFalse(
                    format == NativeFormat.NONE
                            && Set.of("dll", "dylib", "exe", "so").contains(ending),
                    name);
        });
        assertEquals(EnumSet.of(NativeFormat.of(platform), NativeFormat.NONE), found);
    }

    private static Set<String> programs(Map<String, PackedFile> files) {
        Set<String> programs = new TreeSet<>();
        files.forEach((name, file) -> {
            if (file.isProgram()) {
                programs.add(name);
            }
        });
        return programs;
    }

    private static PackedFile file(Map<String, PackedFile> files, String name) {
        PackedFile file = files.get(name);
        if (file == null) {
            throw new AssertionError(name + " is not among " + files.keySet());
        }
        return file;
    }

    private static Set<String> modules(String release) {
        String names = release.replaceFirst("(?s).*MODULES=\"([^\"]*)\".*", "$1");
        return new TreeSet<>(Arrays.asList(names.split(" ", -1)));
    }

    private static String version() throws IOException {
        return Packages.bill().getFileName().toString().replaceFirst("wandb-auth-(.*)-sbom\\.cdx\\.json", "$1");
    }
}
