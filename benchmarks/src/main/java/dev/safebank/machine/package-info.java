/** What every measurement must say: which machine it was made on; and how it is written down. */
package dev.safebank.machine;
