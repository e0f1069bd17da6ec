package wandb.auth.config.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.AuditEvent;

/**
 * An event as one line: a JSON object (RFC 8259) in printable ASCII, its time in UTC (RFC 3339). Names are only ever added
 * to it.
 */
public final class AuditLine {

    private final JsonWriter json = new JsonWriter();

    private AuditLine() {}

    /** The line with its line end. */
    public static byte[] of(Instant time, String user, AuditEvent event) {
        AuditLine line = new AuditLine();
        line.json.open('{');
        line.add("time", time(time));
        line.add("user", user);
        line.add("host", event.account().host().url());
        line.add("profile", event.account().profile().name());
        line.add("store", event.store().map(SourceId::value).orElse(""));
        line.add("action", word(event.action()));
        line.add("outcome", word(event.outcome()));
        line.add("detail", event.detail());
        return (line.json.close('}') + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** To the second; written out, since a formatter costs more than the rest of the line. */
    private static String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        return utc.toLocalDate() + "T" + two(utc.getHour()) + ":" + two(utc.getMinute()) + ":" + two(utc.getSecond())
                + "Z";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void add(String name, String value) {
        json.name(name).string(value);
    }
}
