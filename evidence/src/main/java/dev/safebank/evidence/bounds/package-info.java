/** What the values in any record must keep to. */
package dev.safebank.evidence.bounds;
