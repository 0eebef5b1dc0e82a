"""What tests ask for: faults, bad notices, another time, buttons pressed by nobody."""
