package wandb.auth.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wandb.auth.dist.runtime.Platform;

/**
 * What the image is made of, in CycloneDX: what the build lists of its dependencies, without those that only other systems
 * link, and with the Java runtime, which is most of the image and no dependency.
 */
final class BillOfMaterials {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode bill;
    private final Set<String> left = new HashSet<>();

    /** Reads the file that the build makes of its dependencies. */
    BillOfMaterials(Path dependencies, LinkedImage image) throws IOException {
        this.bill = (ObjectNode) JSON.readTree(dependencies.toFile());
        keepWhatIsLinked(image.modules());
        addRuntime(image.platform(), image.property("JAVA_VERSION"));
    }

    private void keepWhatIsLinked(Set<String> linked) {
        Map<String, String> modules = modulesByJar();
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode component : bill.withArray("components")) {
            String jar = component.path("name").asText() + "-"
                    + component.path("version").asText() + ".jar";
            if (linked.contains(modules.getOrDefault(jar, jar))) {
                kept.add(component);
            } else {
                left.add(component.path("bom-ref").asText());
            }
        }
        bill.set("components", kept);
        bill.withObject("/metadata/component").put("name", Release.NAME);
        forgetReferences();
    }

    private void forgetReferences() {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode dependency : bill.withArray("dependencies")) {
            if (left.contains(dependency.path("ref").asText())) {
                continue;
            }
            ArrayNode needed = JSON.createArrayNode();
            for (JsonNode reference : dependency.path("dependsOn")) {
                if (!left.contains(reference.asText())) {
                    needed.add(reference);
                }
            }
            kept.add(((ObjectNode) dependency).set("dependsOn", needed));
        }
        bill.set("dependencies", kept);
    }

    /** Our own classes come from folders on the class path; those of libraries from jars. */
    private static Map<String, String> modulesByJar() {
        Map<String, String> modules = new HashMap<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (element.endsWith(".jar")) {
                for (ModuleReference module : ModuleFinder.of(Path.of(element)).findAll()) {
                    modules.put(
                            Path.of(element).getFileName().toString(),
                            module.descriptor().name());
                }
            }
        }
        return modules;
    }

    /** Who has built it is known of the JDK that links only: an image does not say. */
    private void addRuntime(Platform platform, String version) {
        ObjectNode runtime = bill.withArray("components").addObject();
        runtime.put("type", "platform").put("bom-ref", "pkg:generic/openjdk@" + version);
        if (platform == Platform.current()) {
            runtime.putObject("supplier").put("name", System.getProperty("java.vendor"));
        }
        runtime.put("name", "openjdk").put("version", version);
        runtime.put("description", "The modules of the Java runtime that are linked into the image.");
        runtime.putArray("licenses").addObject().putObject("license").put("id", "GPL-2.0-with-classpath-exception");
        runtime.put("purl", "pkg:generic/openjdk@" + version);
    }

    /** A line for each component: name, version, licences. */
    List<String> licences() {
        List<String> lines = new ArrayList<>();
        for (JsonNode component : bill.withArray("components")) {
            List<String> licences = new ArrayList<>();
            for (JsonNode licence : component.path("licenses")) {
                JsonNode name = licence.path("license").path("id");
                licences.add(name.asText(licence.path("license")
                        .path("name")
                        .asText(licence.path("expression").asText())));
            }
            lines.add(component.path("name").asText() + " "
                    + component.path("version").asText() + ": " + String.join(", ", licences));
        }
        lines.sort(null);
        return lines;
    }

    /** The bill as JSON, made at that time. */
    String text(Release release) throws IOException {
        bill.withObject("/metadata").put("timestamp", release.time().toString());
        return JSON.writeValueAsString(bill) + "\n";
    }
}
