/** What the programs of this module share: which variants, on which machine, written down how. */
package dev.safebank.cost;
