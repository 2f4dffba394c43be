// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.CodeObject;

/**
 * What a migration says of views, functions, procedures, triggers and events. A view is given by its query, everything else by
 * its whole create statement; a downgrade replaces with the text that was there before.
 */
public interface CodeOperations {

    /** Takes the operation as the next step of the migration. */
    void invoke(Operation operation);

    /**
     * In a downgrade: makes an object what it was before this revision, by what the revisions before it say. One that this
     * revision created is dropped.
     *
     * @throws IllegalArgumentException where those revisions do not tell
     */
    default void restore(CodeObject.Key key) {
        throw new UnsupportedOperationException("without a history nobody knows what " + key + " was before");
    }

    /** In a downgrade: brings back the view as it was before this revision; it is dropped and created anew. */
    default void restoreView(String name) {
        restore(CodeObject.Key.view(CodeObject.Kind.VIEW, name));
    }

    /** In a downgrade: brings back the materialised view as it was before this revision, but for its indexes. */
    default void restoreMaterializedView(String name) {
        restore(CodeObject.Key.view(CodeObject.Kind.MATERIALIZED_VIEW, name));
    }

    /** In a downgrade: brings back the function as it was before this revision. */
    default void restoreFunction(String signature) {
        restore(CodeObject.Key.routine(CodeObject.Kind.FUNCTION, signature));
    }

    /** In a downgrade: brings back the procedure as it was before this revision. */
    default void restoreProcedure(String signature) {
        restore(CodeObject.Key.routine(CodeObject.Kind.PROCEDURE, signature));
    }

    /** In a downgrade: brings back the trigger as it was before this revision. */
    default void restoreTrigger(String table, String name) {
        restore(CodeObject.Key.trigger(table, name));
    }

    /** In a downgrade: brings back the event as it was before this revision. */
    default void restoreEvent(String name) {
        restore(CodeObject.Key.event(name));
    }

    default void createView(String name, String query) {
        create(CodeObject.view(CodeObject.Kind.VIEW, name, query));
    }

    /** Gives a view another query; PostgreSQL takes one that only adds columns behind the others. */
    default void replaceView(String name, String query) {
        replace(CodeObject.view(CodeObject.Kind.VIEW, name, query));
    }

    default void dropView(String name) {
        drop(CodeObject.Key.view(CodeObject.Kind.VIEW, name));
    }

    default void createMaterializedView(String name, String query) {
        create(CodeObject.view(CodeObject.Kind.MATERIALIZED_VIEW, name, query));
    }

    /** Gives a materialised view another query; it is made anew, and its indexes after it. */
    default void replaceMaterializedView(String name, String query) {
        replace(CodeObject.view(CodeObject.Kind.MATERIALIZED_VIEW, name, query));
    }

    default void dropMaterializedView(String name) {
        drop(CodeObject.Key.view(CodeObject.Kind.MATERIALIZED_VIEW, name));
    }

    /**
     * Creates a function.
     *
     * @param signature its name and the types of its parameters, such as {@code slug(text)}
     * @param sql the whole create statement
     */
    default void createFunction(String signature, String sql) {
        create(new CodeObject(CodeObject.Key.routine(CodeObject.Kind.FUNCTION, signature), sql));
    }

    default void replaceFunction(String signature, String sql) {
        replace(new CodeObject(CodeObject.Key.routine(CodeObject.Kind.FUNCTION, signature), sql));
    }

    default void dropFunction(String signature) {
        drop(CodeObject.Key.routine(CodeObject.Kind.FUNCTION, signature));
    }

    /** Creates a procedure, named as a function is. */
    default void createProcedure(String signature, String sql) {
        create(new CodeObject(CodeObject.Key.routine(CodeObject.Kind.PROCEDURE, signature), sql));
    }

    default void replaceProcedure(String signature, String sql) {
        replace(new CodeObject(CodeObject.Key.routine(CodeObject.Kind.PROCEDURE, signature), sql));
    }

    default void dropProcedure(String signature) {
        drop(CodeObject.Key.routine(CodeObject.Kind.PROCEDURE, signature));
    }

    default void createTrigger(String table, String name, String sql) {
        create(new CodeObject(CodeObject.Key.trigger(table, name), sql));
    }

    default void replaceTrigger(String table, String name, String sql) {
        replace(new CodeObject(CodeObject.Key.trigger(table, name), sql));
    }

    default void dropTrigger(String table, String name) {
        drop(CodeObject.Key.trigger(table, name));
    }

    /** Creates an event, which runs at a time or again and again; MariaDB and MySQL have such. */
    default void createEvent(String name, String sql) {
        create(new CodeObject(CodeObject.Key.event(name), sql));
    }

    default void replaceEvent(String name, String sql) {
        replace(new CodeObject(CodeObject.Key.event(name), sql));
    }

    default void dropEvent(String name) {
        drop(CodeObject.Key.event(name));
    }

    private void create(CodeObject object) {
        invoke(new Operation.CreateCode(object));
    }

    private void replace(CodeObject object) {
        invoke(new Operation.ReplaceCode(object, null));
    }

    private void drop(CodeObject.Key key) {
        invoke(new Operation.DropCode(key, null));
    }
}
