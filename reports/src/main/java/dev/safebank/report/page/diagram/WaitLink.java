package dev.safebank.report.page.diagram;

/**
 * An edge of the wait-for graph: an actor, the resource that it waits for, and the resource's
 * holder.
 *
 * @param actor who waits
 * @param resource what for; empty if unknown
 * @param holder who holds it; empty if there is none, or it is unknown
 * @param waits what the arrow from actor to resource says
 * @param holds what the arrow from resource to holder says
 * @param waitsFrom the step of an interleaving at which the actor begins to wait; 0 if it has none
 * @param heldFrom the step at which the holder took it; 0 if it has none
 */
public record WaitLink(
    String actor,
    String resource,
    String holder,
    String waits,
    String holds,
    int waitsFrom,
    int heldFrom) {}
