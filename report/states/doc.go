// Package states knows the States and other bodies that hand in statements, by the names that they have in the six
// official languages of the United Nations.
//
// In goes a text as people write it, in any case of Russian or with any article of Arabic; out comes whose name is in
// it.
package states
