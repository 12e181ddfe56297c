//go:build !windows

package main

// systemLanguage is English: other systems say in the environment what the user speaks.
func systemLanguage() string { return "en" }
