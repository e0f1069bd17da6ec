/** The use cases. */
package wandb.auth.app;
