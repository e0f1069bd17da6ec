package wandb.auth.netrc.syntax;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.files.FileContent;

/** The trees of what one run reads: the same bytes again have the tree of the last time. */
public final class NetrcParseCache {

    private @Nullable NetrcDocument last;

    /**
     * The tree of a file.
     *
     * @throws NetrcException if Python refuses the file
     */
    public NetrcDocument of(byte[] bytes) throws NetrcException {
        NetrcDocument known = last;
        if (known != null && Arrays.equals(known.text().bytes(), bytes)) {
            return known;
        }
        NetrcDocument document = NetrcParser.parse(bytes);
        keep(document);
        return document;
    }

    /**
     * The tree of a file; that of an empty one if it is absent.
     *
     * @throws NetrcException if Python refuses the file
     */
    public NetrcDocument of(Optional<FileContent> content) throws NetrcException {
        return of(content.isPresent() ? content.get().bytes() : new byte[0]);
    }

    /** Remembers a tree, since its bytes will be read soon. */
    public void keep(NetrcDocument document) {
        last = document;
    }
}
