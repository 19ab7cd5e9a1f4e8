"""What marsad gets right, measured: one command a measurement, floors that only rise; not in the installed package."""
