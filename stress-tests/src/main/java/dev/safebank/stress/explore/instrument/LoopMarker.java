package dev.safebank.stress.explore.instrument;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/** Tells the engine of every arrival at the head of a loop, with a number for the method's call. */
final class LoopMarker extends LocalVariablesSorter {

  private final Loop.Heads heads;
  private final SiteFactory sites;
  private int frame;
  private int labels;
  private Optional<Loop> pending = Optional.empty();

  LoopMarker(
      int access, String descriptor, MethodVisitor next, Loop.Heads heads, SiteFactory sites) {
    super(Opcodes.ASM9, access, descriptor, next);
    this.heads = heads;
    this.sites = sites;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    frame = newLocal(Type.INT_TYPE);
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, Bridges.STEPS, "frame", "()I", false);
    mv.visitVarInsn(Opcodes.ISTORE, frame);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    heads.at(labels++).ifPresent(loop -> pending = Optional.of(loop));
  }

  /** The first instruction after a loop's head is about to come: frames and lines are behind us. */
  private void beforeInstruction() {
    if (pending.isPresent()) {
      Loop loop = pending.get();
      pending = Optional.empty();
      mv.visitVarInsn(Opcodes.ILOAD, frame);
      mv.visitLdcInsn(loop.head());
      mv.visitLdcInsn(loop.end());
      mv.visitInsn(loop.forgets() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
      mv.visitLdcInsn(sites.place("loop").id());
      mv.visitMethodInsn(Opcodes.INVOKESTATIC, Bridges.STEPS, "loop", "(IIIZI)V", false);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    beforeInstruction();
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    beforeInstruction();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    beforeInstruction();
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    beforeInstruction();
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    beforeInstruction();
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    beforeInstruction();
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    beforeInstruction();
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    beforeInstruction();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    beforeInstruction();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    beforeInstruction();
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labelled) {
    beforeInstruction();
    super.visitTableSwitchInsn(min, max, otherwise, labelled);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labelled) {
    beforeInstruction();
    super.visitLookupSwitchInsn(otherwise, keys, labelled);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    beforeInstruction();
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }
}
