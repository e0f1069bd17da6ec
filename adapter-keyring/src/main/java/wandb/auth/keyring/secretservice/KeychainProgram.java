package wandb.auth.keyring.secretservice;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Reason;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/** The programs that offer a Secret Service, told apart by the other names that they have on the bus. */
enum KeychainProgram {
    GNOME_KEYRING("GNOME Keyring", "Seahorse (Passwords and Keys)"),
    KEEPASSXC("KeePassXC", "KeePassXC"),
    KWALLET("KWallet", "KWalletManager"),
    OTHER("a Secret Service", "the program that keeps it");

    private final String title;
    private final String manager;

    KeychainProgram(String title, String manager) {
        this.title = title;
        this.manager = manager;
    }

    private List<String> names() {
        return switch (this) {
            case GNOME_KEYRING -> List.of("org.gnome.keyring");
            case KEEPASSXC -> List.of("org.keepassxc.KeePassXC.MainWindow");
            case KWALLET -> List.of("org.kde.kwalletd6", "org.kde.kwalletd5", "org.kde.secretservicecompat");
            case OTHER -> List.of();
        };
    }

    static KeychainProgram answering(SessionBus bus) throws KeychainException {
        String owner = bus.ownerOf(SecretService.NAME);
        for (KeychainProgram program : values()) {
            for (String name : program.names()) {
                if (!owner.isEmpty() && bus.ownerOf(name).equals(owner)) {
                    return program;
                }
            }
        }
        return OTHER;
    }

    /** Those that run in the session, whether they answer or not. */
    static List<KeychainProgram> running(SessionBus bus) throws KeychainException {
        List<KeychainProgram> running = new ArrayList<>();
        for (KeychainProgram program : values()) {
            for (String name : program.names()) {
                if (!running.contains(program) && !bus.ownerOf(name).isEmpty()) {
                    running.add(program);
                }
            }
        }
        return running;
    }

    /** Its name, for the middle of a sentence. */
    String title() {
        return title;
    }

    /** The program in which a person unlocks it. */
    String manager() {
        return manager;
    }

    /** Whether a search tells of what is in a locked collection; others look as if they had nothing there, or ask. */
    boolean tellsOfLocked() {
        return this == GNOME_KEYRING;
    }

    /** Whether an erased item is gone: one of KeePassXC goes to its recycle bin. */
    boolean forgets() {
        return this != KEEPASSXC;
    }

    /** What is told where it has no collection that new items are made in. */
    Reason noCollection() {
        return switch (this) {
            case KEEPASSXC -> Messages.noCollectionInKeePassXc();
            case KWALLET -> Messages.noCollectionInKWallet();
            default -> Messages.noCollection();
        };
    }
}
