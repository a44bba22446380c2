"""What the program is compared with."""
