package wandb.auth.dist;

/**
 * Whom the packages are from.
 *
 * @param maintainer a name and an address for mail, as {@code NAME <ADDRESS>}
 */
record Publisher(String maintainer, String homepage) {}
