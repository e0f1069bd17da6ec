package wandb.auth.keyring.secretservice;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * Whose a session bus is. Whoever runs it reads and answers all that is said on it, and an address may be an old one, whose
 * place another user has taken since. So the kernel is asked who listens (unix(7), SO_PEERCRED).
 */
final class BusOwner {

    private static final Path OURSELVES = Path.of("/proc/self");

    private BusOwner() {}

    /**
     * Ends what would be said to a bus of another user than ours and root, who could read all of it anyway.
     *
     * @throws KeychainException if it is another user's, or nobody can tell whose
     */
    static void check(SocketChannel channel, BusSocket socket) throws KeychainException {
        try {
            UserPrincipal owner =
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
            check(owner, Files.getOwner(OURSELVES), root(), socket);
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeychainException(Messages.busUnreachable(socket.text()));
        }
    }

    /** By its number, which no list of users is needed for. */
    private static UserPrincipal root() throws IOException {
        return OURSELVES.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("0");
    }

    static void check(UserPrincipal owner, UserPrincipal user, UserPrincipal root, BusSocket socket)
            throws KeychainException {
        if (!owner.equals(user) && !owner.equals(root)) {
            throw new KeychainException(Messages.busOfAnotherUser(socket.text(), owner.getName(), user.getName()));
        }
    }
}
