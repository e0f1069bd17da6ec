package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.files.EditResult;
import wandb.auth.netrc.message.Messages;

/** What an edit of the file did besides, each a sentence. */
final class EditRemarks {

    private EditRemarks() {}

    static List<String> of(EditResult<?> edited) {
        List<String> remarks = new ArrayList<>();
        if (edited.created()) {
            remarks.add(Messages.FILE_CREATED);
        }
        if (edited.tightenedFrom().isPresent()) {
            remarks.add(Messages.restricted(edited.tightenedFrom().get()));
        }
        if (edited.inPlace()) {
            remarks.add(Messages.OVERWRITTEN_IN_PLACE);
        }
        return remarks;
    }
}
