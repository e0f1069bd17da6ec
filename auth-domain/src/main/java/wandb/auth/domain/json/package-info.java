/** JSON for our own modules. */
package wandb.auth.domain.json;
