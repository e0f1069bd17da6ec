# Completion of wandb-auth in bash.
