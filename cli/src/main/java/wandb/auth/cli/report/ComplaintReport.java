package wandb.auth.cli.report;

import java.util.List;
import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.HealthCheck.Complaint;

/** What is wrong, each thing with its place and what to do, for a person and for a program. */
public final class ComplaintReport {

    private ComplaintReport() {}

    /** Each in three lines and an empty one, and then how many there are. */
    public static String text(List<Complaint> complaints) {
        return paragraphs("", complaints) + Messages.complaintsFound(complaints.size()) + "\n";
    }

    /** Each in three lines and an empty one; the first line begins with the word. */
    public static String paragraphs(String word, List<Complaint> complaints) {
        StringBuilder text = new StringBuilder();
        for (Complaint complaint : complaints) {
            text.append(word).append(complaint.location().text()).append('\n');
            text.append("    ").append(complaint.reason().problem()).append('\n');
            text.append("    ").append(complaint.reason().remedy()).append("\n\n");
        }
        return text.toString();
    }

    /** Writes an array of them. */
    public static void write(List<Complaint> complaints, JsonWriter json) {
        json.open('[');
        for (Complaint complaint : complaints) {
            json.open('{').name("location");
            LocationJson.write(Optional.of(complaint.location()), json);
            json.name("problem").string(complaint.reason().problem());
            json.name("remedy").string(complaint.reason().remedy());
            json.close('}');
        }
        json.close(']');
    }
}
