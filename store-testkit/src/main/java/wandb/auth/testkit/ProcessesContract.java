package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;

/** Several processes that write at once lose nothing: a lock within one of them does not keep out another. */
abstract class ProcessesContract {

    private static final int PROCESSES = 3;
    private static final int SAVES = 4;

    private final Opened opened;

    ProcessesContract(Opened opened) {
        this.opened = opened;
    }

    @AfterEach
    final void eraseWhatWasSaved() {
        opened.cleanUp();
    }

    @Test
    void theKeysThatSeveralProcessesSaveAreKept() throws Exception {
        if (!opened.contract().isSharedWithOtherProcesses()) {
            return;
        }
        List<WriterProcess> writers = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                writers.add(WriterProcess.start(opened.contract(), items()));
            }
            for (WriterProcess writer : writers) {
                writer.awaitReadiness();
            }
            for (WriterProcess writer : writers) {
                writer.letWrite();
            }
            for (WriterProcess writer : writers) {
                assertEquals("", writer.complaints());
            }
            for (WriterProcess writer : writers) {
                writer.items().forEach(item -> opened.assertHolds(item.account(), item.key()));
            }
        } finally {
            writers.forEach(WriterProcess::close);
        }
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            items.add(new Item(opened.freshAccount(), Opened.key()));
        }
        return items;
    }

    /** What a process is to save. */
    record Item(Account account, ApiKey key) {}
}
