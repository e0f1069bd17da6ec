package wandb.auth.files.ownership;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that root holds open, since others can rename on the way to it. */
public final class HeldFolder implements AutoCloseable {

    private final DirectoryStream<Path> open;
    private final Path place;
    private final Path path;

    private HeldFolder(DirectoryStream<Path> open, Path place, Path path) {
        this.open = open;
        this.place = place;
        this.path = path;
    }

    /**
     * Opens the folder that stands at this place.
     *
     * @param place its path without a link in it
     * @param owner the number of its owner
     * @return empty if another folder, or a link to one, has taken its place
     */
    @SuppressWarnings("StreamResourceLeak") // it is closed with the folder
    public static Optional<HeldFolder> at(Path place, int owner) throws IOException {
        DirectoryStream<Path> open = Files.newDirectoryStream(place.resolve(".")); // a pipe would be waited for
        boolean isHeld = false;
        try {
            Optional<Path> descriptor = Descriptors.at(place);
            isHeld = descriptor.isPresent() && UnixStatus.of(descriptor.get()).owner() == owner;
            return isHeld ? Optional.of(new HeldFolder(open, place, descriptor.get())) : Optional.empty();
        } finally {
            if (!isHeld) {
                open.close();
            }
        }
    }

    /** The name below which a path leads into it. */
    public Path path() {
        return path;
    }

    /** The name of the open file that has this name in it now; empty if another one has. */
    public Optional<Path> descriptor(Path name) throws IOException {
        return Descriptors.at(place.resolve(name));
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
