package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.libraries.Advisories;
import wandb.auth.system.Machine;

/** What the packages say they are made of, and their checksums. */
class BillOfMaterialsIT {

    @TempDir
    Path folder;

    private static JsonNode bill() throws Exception {
        return new ObjectMapper().readTree(Packages.bill().toFile());
    }

    @Test
    void namesTheProgramItsVersionAndTheFormat() throws Exception {
        assertEquals("CycloneDX", bill().path("bomFormat").asText());
        assertEquals("wandb-auth", bill().at("/metadata/component/name").asText());
        assertEquals("application", bill().at("/metadata/component/type").asText());
    }

    /** As many libraries as the image has modules that are not the JDK's, and the Java runtime. */
    @Test
    void hasAComponentForEveryModuleOfTheImageAndNoOther() throws Exception {
        String release = Files.readString(Machine.IMAGE.resolve("release"));
        String modules = release.replaceFirst("(?s).*MODULES=\"([^\"]*)\".*", "$1");
        long libraries = List.of(modules.split(" ", -1)).stream()
                .filter(module -> !module.startsWith("java.") && !module.startsWith("jdk."))
                .count();
        Set<String> names = new TreeSet<>();
        bill().path("components")
                .forEach(component -> names.add(component.path("name").asText()));
        assertEquals(libraries + 1, names.size(), names::toString);
        assertTrue(
                names.containsAll(Set.of("openjdk", "picocli", "okhttp-jvm", "cli", "adapter-netrc")), names::toString);
        assertFalse(names.contains("commons-compress"), "which only builds the packages");
    }

    @Test
    void givesEachComponentAVersionALicenceAndAnIdentity() throws Exception {
        for (JsonNode component : bill().path("components")) {
            assertFalse(component.path("version").asText().isEmpty(), component::toString);
            assertFalse(component.path("purl").asText().isEmpty(), component::toString);
            assertFalse(component.path("licenses").isEmpty(), component::toString);
        }
    }

    @Test
    void namesNoLibraryWithAnAdvisoryThatIsNotAnswered() throws Exception {
        Advisories advisories = Advisories.ofThisCheckout();
        List<String> objections = new ArrayList<>();
        for (JsonNode component : bill().path("components")) {
            String group = component.path("group").asText();
            boolean library = !group.equals("wandb.auth")
                    && !component.path("name").asText().equals("openjdk");
            if (library) {
                String name = group + ":" + component.path("name").asText();
                objections.addAll(
                        advisories.objections(name, component.path("version").asText()));
            }
        }
        assertEquals(List.of(), objections);
    }

    @Test
    void refersToNothingThatIsLeftOut() throws Exception {
        JsonNode bill = bill();
        Set<String> known =
                new HashSet<>(Set.of(bill.at("/metadata/component/bom-ref").asText()));
        bill.path("components")
                .forEach(component -> known.add(component.path("bom-ref").asText()));
        for (JsonNode dependency : bill.path("dependencies")) {
            assertTrue(known.contains(dependency.path("ref").asText()), dependency::toString);
            dependency
                    .path("dependsOn")
                    .forEach(needed -> assertTrue(known.contains(needed.asText()), needed::toString));
        }
    }

    @Test
    void theChecksumsAreThoseOfEveryFile() throws Exception {
        Machine machine = new Machine(folder);
        machine.run(Map.of(), "sh", "-c", "cd " + Packages.bill().getParent() + " && sha256sum --quiet -c SHA256SUMS")
                .leaves(0, "", "");
        Set<String> named = new TreeSet<>(Set.of("SHA256SUMS"));
        for (String line : Files.readAllLines(Packages.FOLDER.resolve("SHA256SUMS"))) {
            named.add(line.substring(66));
        }
        Set<String> present = new TreeSet<>();
        try (var files = Files.list(Packages.FOLDER)) {
            files.forEach(file -> present.add(file.getFileName().toString()));
        }
        assertEquals(present, named);
    }
}
