"""How fast the program is: invented data of any size, peers to compare with, and the runs that measure both."""
