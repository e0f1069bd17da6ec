package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileMode;

/** What an edit of the file did besides, each a sentence. */
final class EditRemarks {

    private EditRemarks() {}

    static List<String> of(EditResult<?> edited) {
        List<String> remarks = new ArrayList<>();
        if (edited.created()) {
            remarks.add("The file was created.");
        }
        if (edited.tightenedFrom().isPresent()) {
            FileMode before = edited.tightenedFrom().get();
            remarks.add("Other users had access to the file: its mode " + before + " was changed to "
                    + before.withoutOthers() + ".");
        }
        if (edited.inPlace()) {
            remarks.add("The file was overwritten in place instead of replaced: it is a mount point, has several hard"
                    + " links, or its"
                    + " folder takes no new files.");
        }
        return remarks;
    }
}
