//go:build !windows

package main

import "rapporteur/sources/diag"

// systemLanguage is English: other systems say in the environment what the user speaks.
func systemLanguage() string { return diag.English }
