// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.CodeObject;

/**
 * What a migration says of views, functions, triggers and other things that a database keeps as a text. A view is given
 * by its query, everything else by its whole statement; a downgrade replaces with the text that was there before.
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

    /** Creates a policy: which rows of a table a role may see or change. */
    default void createPolicy(String table, String name, String sql) {
        create(new CodeObject(CodeObject.Key.onTable(CodeObject.Kind.POLICY, table, name), sql));
    }

    default void replacePolicy(String table, String name, String sql) {
        replace(new CodeObject(CodeObject.Key.onTable(CodeObject.Kind.POLICY, table, name), sql));
    }

    default void dropPolicy(String table, String name) {
        drop(CodeObject.Key.onTable(CodeObject.Kind.POLICY, table, name));
    }

    /**
     * Says something of an object that has no comment yet; the comments of tables and columns have words of their own.
     *
     * @param object what SQL has behind {@code comment on}, such as {@code function slug(text)}
     */
    default void createComment(String object, String comment) {
        create(new CodeObject(CodeObject.Key.phrase(CodeObject.Kind.COMMENT, object), comment));
    }

    /** Says something else of an object. */
    default void replaceComment(String object, String comment) {
        replace(new CodeObject(CodeObject.Key.phrase(CodeObject.Kind.COMMENT, object), comment));
    }

    default void dropComment(String object) {
        drop(CodeObject.Key.phrase(CodeObject.Kind.COMMENT, object));
    }

    /**
     * Creates an object of a kind that has no words of its own here.
     *
     * @param kind such as {@code type}, {@code collation}, {@code aggregate}, {@code rule} or {@code privilege}
     * @param name its name: with the types of its parameters for an aggregate, as {@code NAME on TABLE} for a rule, as
     *     {@code table users to reader} for a privilege
     * @param sql the whole statement
     */
    default void createObject(String kind, String name, String sql) {
        create(new CodeObject(CodeObject.Key.parse(CodeObject.Kind.labelled(kind), name), sql));
    }

    /** Gives an object, named as in {@link #createObject}, another definition. */
    default void replaceObject(String kind, String name, String sql) {
        replace(new CodeObject(CodeObject.Key.parse(CodeObject.Kind.labelled(kind), name), sql));
    }

    /** Drops an object, named as in {@link #createObject}; a privilege is taken away. */
    default void dropObject(String kind, String name) {
        drop(CodeObject.Key.parse(CodeObject.Kind.labelled(kind), name));
    }

    /** In a downgrade: brings back an object, named as in {@link #createObject}, as it was before this revision. */
    default void restoreObject(String kind, String name) {
        restore(CodeObject.Key.parse(CodeObject.Kind.labelled(kind), name));
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
