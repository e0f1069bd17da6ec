package wandb.auth.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A store whose items are the lines of a file, which every change writes anew, under a lock or not. */
class FileStore extends MemoryStore {

    /** Longer than it takes until another process reads the file too, on however busy a machine. */
    private static final long OTHERS_PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Path folder;
    private final boolean isLocked;

    FileStore(Path folder, boolean isLocked) {
        super(new Items(), true);
        this.folder = folder;
        this.isLocked = isLocked;
    }

    private static Revision revision(String key) {
        return Revision.of(key);
    }

    private <T> T changing(Supplier<T> change) {
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isLocked) {
                lock.lock();
            }
            read();
            if (!isLocked) {
                awaitAnotherReader();
            }
            T answer = change.get();
            List<String> lines = new ArrayList<>();
            items.byName.forEach(
                    (name, item) -> lines.add(name + "\t" + item.key().reveal()));
            Files.write(folder.resolve("items"), lines);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        items.byName.clear();
        try {
            Path file = folder.resolve("items");
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split("\t", -1);
                items.byName.put(words[0], new Item(ApiKey.parse(words[1]), revision(words[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So that this process writes, without a lock, what another one has not seen: what happens at times becomes certain. */
    private void awaitAnotherReader() throws IOException, InterruptedException {
        Path readers = Files.createDirectories(folder.resolve("readers"));
        Files.write(readers.resolve(Long.toString(ProcessHandle.current().pid())), new byte[0]);
        long start = System.nanoTime();
        while (count(readers) < 2 && System.nanoTime() - start < OTHERS_PATIENCE) {
            Thread.sleep(1);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Override
    public Finding find(Query query) {
        read();
        return super.find(query);
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        synchronized (FileStore.class) {
            return changing(() -> super.save(query, key, expected));
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        synchronized (FileStore.class) {
            return changing(() -> super.erase(query, expected));
        }
    }
}
