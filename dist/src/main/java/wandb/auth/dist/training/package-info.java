/** The training run for the class caches, and the server and the keychain that it asks. */
package wandb.auth.dist.training;
