"""One verb per function, one transaction per verb. The doors come here and nowhere else."""
