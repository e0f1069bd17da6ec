package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.NetrcEntryEditor;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParser;

/** Reads the netrc file as the Python SDK does: names in their exact case, the default entry for want of one. */
public final class SdkNetrcReader implements SdkNetrc {

    private final CloudNames cloudNames;

    /** The reader, for the module system. */
    public SdkNetrcReader() {
        this(new CloudNames());
    }

    SdkNetrcReader(CloudNames cloudNames) {
        this.cloudNames = cloudNames;
    }

    @Override
    public Optional<Taken> key(Environment environment, Host host) {
        if (!(FileChoice.in(environment) instanceof Valid<Path> file)) {
            return Optional.empty();
        }
        Optional<NetrcDocument> document = document(file.value());
        return document.isPresent()
                ? key(file.value(), document.get(), cloudNames.asSdkAsks(host, environment))
                : Optional.empty();
    }

    @Override
    public boolean hasOwnEntry(Environment environment, Host host) {
        if (!(FileChoice.in(environment) instanceof Valid<Path> file)) {
            return false;
        }
        Optional<NetrcDocument> document = document(file.value());
        return document.isPresent() && ownEntry(document.get(), host).isPresent();
    }

    private static Optional<Entry> ownEntry(NetrcDocument document, Host host) {
        for (String machine : host.machines()) {
            Optional<Entry> entry = document.last(machine);
            if (entry.isPresent()) {
                return entry.filter(own -> own.login().name().equals(NetrcEntryEditor.LOGIN));
            }
        }
        return Optional.empty();
    }

    /** The SDK goes on without a file that it cannot read, and so without a key of it. */
    private static Optional<NetrcDocument> document(Path path) {
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            return content.isPresent()
                    ? Optional.of(NetrcParser.parse(content.get().bytes()))
                    : Optional.empty();
        } catch (FileException | NetrcException e) {
            return Optional.empty();
        }
    }

    private static Optional<Taken> key(Path path, NetrcDocument document, Host host) {
        if (!document.text().isUtf8WithoutMark()) {
            return Optional.empty();
        }
        Optional<Entry> taken = entry(document, host.machines());
        Optional<ApiKey> key = taken.flatMap(SdkNetrcReader::key);
        return key.map(
                value -> new Taken(location(path, taken.get()), value, other(path, document, host, taken.get())));
    }

    private static Optional<Entry> entry(NetrcDocument document, List<String> machines) {
        Optional<Entry> own = document.last(machines.getFirst());
        return own.or(document::firstDefault).or(() -> document.last(machines.getLast()));
    }

    private static Optional<Location> other(Path path, NetrcDocument document, Host host, Entry taken) {
        return document.last(host.machines().getLast())
                .filter(entry -> !entry.password().equals(taken.password()))
                .map(entry -> location(path, entry));
    }

    private static Optional<ApiKey> key(Entry entry) {
        try {
            return Optional.of(ApiKey.parse(entry.password()));
        } catch (InvalidApiKeyException e) {
            return Optional.empty();
        }
    }

    private static Location location(Path path, Entry entry) {
        return new Location.File(path, entry.decidingLine());
    }
}
