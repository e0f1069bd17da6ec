package wandb.auth.keyring.keychain;

import wandb.auth.domain.Location;

/**
 * The name of an item, by which keychains find it.
 *
 * @param service the program and the server, such as {@code wandb:https://api.wandb.ai}
 * @param account the profile
 * @param label what a person sees in a list of items
 */
public record ItemName(String service, String account, String label) {

    public static ItemName of(String url, String profile) {
        String server = url.substring(url.indexOf("://") + "://".length());
        return new ItemName("wandb:" + url, profile, "wandb API key for " + server + " (" + profile + ")");
    }

    /** The item as a place to show. */
    public Location place() {
        return new Location.Place("keychain item '" + label + "'");
    }

    /** One of several of that name, by the collection that it is in. */
    public Location placeIn(String collection) {
        return new Location.Place("keychain item '" + label + "' in the collection '" + collection + "'");
    }
}
