/** Judges jcstress tests: what they declare, and what exploration and stress have shown. */
package dev.safebank.junit.jcstress;
