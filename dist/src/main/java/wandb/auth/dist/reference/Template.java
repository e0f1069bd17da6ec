package wandb.auth.dist.reference;

import java.util.List;

/** A text with places, written {@code @NAME@}, that are filled one after the other. */
final class Template {

    private String text;

    Template(String text) {
        this.text = text;
    }

    /** Fills every place of that name. */
    Template put(String name, String value) {
        String place = "@" + name + "@";
        if (!text.contains(place)) {
            throw new IllegalArgumentException("the template has no place " + name);
        }
        text = text.replace(place, value);
        return this;
    }

    /** Fills the place of that name, which has a line of its own, with lines that are indented as it is. */
    Template lines(String name, List<String> lines) {
        int place = text.indexOf("@" + name + "@");
        int start = text.lastIndexOf('\n', place) + 1;
        return put(name, String.join("\n" + text.substring(start, Math.max(start, place)), lines));
    }

    /** The text, with everything that was filled in. */
    String text() {
        return text;
    }
}
