"""The Slack door: practitioners raise a concern here. It knows how words arrived, nothing else."""
