package org.tournee.reachability;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Puts a call of {@link Recorder} before each call of a method that finds something by its name. */
final class Rewriting {

    private static final ClassDesc RECORDER = Recorder.class.describeConstable().orElseThrow();
    private static final Map<String, MethodTypeDesc> NOTED = noted();

    private Rewriting() {}

    private static Map<String, MethodTypeDesc> noted() {
        Map<String, MethodTypeDesc> noted = new HashMap<>();
        for (Method method : Recorder.class.getDeclaredMethods()) {
            Noted marked = method.getAnnotation(Noted.class);
            if (marked != null) {
                List<ClassDesc> arguments = Stream.of(method.getParameterTypes())
                        .map(type -> type.describeConstable().orElseThrow())
                        .toList();
                for (Class<?> owner : marked.value()) {
                    noted.put(
                            key(owner.getName(), method.getName(), arguments),
                            MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_void, arguments));
                }
            }
        }
        return noted;
    }

    private static String key(String owner, String name, List<ClassDesc> arguments) {
        return owner
                + '.'
                + name
                + arguments.stream().map(ClassDesc::descriptorString).toList();
    }

    /** The same class, which tells. */
    static byte[] of(byte[] bytes) {
        ClassFile file = ClassFile.of();
        ClassModel model = file.parse(bytes);
        return callsSuch(model)
                ? file.transformClass(model, ClassTransform.transformingMethodBodies(Rewriting::noteBefore))
                : bytes;
    }

    private static boolean callsSuch(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .anyMatch(member -> NOTED.keySet().stream()
                        .anyMatch(key -> key.startsWith(
                                member.owner().name().stringValue().replace('/', '.')
                                        + '.'
                                        + member.name().stringValue()
                                        + '[')));
    }

    private static void noteBefore(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call) {
            List<ClassDesc> arguments = arguments(call);
            String owner = call.owner().name().stringValue().replace('/', '.');
            MethodTypeDesc note = NOTED.get(key(owner, call.name().stringValue(), arguments));
            if (note != null) {
                List<Runnable> loading = store(code, arguments);
                loading.forEach(Runnable::run);
                code.invokestatic(RECORDER, call.name().stringValue(), note);
                loading.forEach(Runnable::run);
            }
        }
        code.with(element);
    }

    private static List<ClassDesc> arguments(InvokeInstruction call) {
        List<ClassDesc> arguments = new ArrayList<>(call.typeSymbol().parameterList());
        if (call.opcode() != Opcode.INVOKESTATIC) {
            arguments.addFirst(call.owner().asSymbol());
        }
        return arguments;
    }

    /** Takes the arguments from the stack; what comes back puts them there again, in order. */
    private static List<Runnable> store(CodeBuilder code, List<ClassDesc> arguments) {
        List<Runnable> loading = new ArrayList<>();
        for (ClassDesc argument : arguments.reversed()) {
            TypeKind kind = TypeKind.from(argument);
            int local = code.allocateLocal(kind);
            code.storeLocal(kind, local);
            loading.addFirst(() -> code.loadLocal(kind, local));
        }
        return loading;
    }
}
