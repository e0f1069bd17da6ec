/** The interfaces that only the modules of this project implement, and the values that pass through them. */
package wandb.auth.domain.port;
