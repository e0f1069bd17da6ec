package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.json.JsonWriter;

/** Writes a place as a JSON value. */
public final class LocationJson {

    private LocationJson() {}

    public static void write(Optional<Location> location, JsonWriter json) {
        if (location.isEmpty()) {
            json.none();
            return;
        }
        json.open('{');
        switch (location.get()) {
            case Location.Variable variable -> json.name("variable").string(variable.name());
            case Location.File file -> {
                json.name("file").string(file.path().toString());
                if (file.line() > 0) {
                    json.name("line").number(file.line());
                }
            }
            case Location.Place place -> json.name("place").string(place.description());
        }
        json.close('}');
    }
}
