/** Numbers, durations and tables as text, the same on a terminal and on a page, in every locale. */
package dev.safebank.console.text;
