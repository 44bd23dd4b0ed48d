package io.heliograph.e2e.fault;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mariadb.jdbc.Driver;

/** The embedded database of a data folder, seen from outside by the note and the password that lie there. */
final class Books implements AutoCloseable {
    /** The housekeeper notes in it when it last looked, whatever anybody does. */
    private static final Set<String> RESTLESS = Set.of("scheduled_tasks");

    /** Rows of these note when they were last used; here everything else in them counts. */
    private static final Set<String> USED = Set.of("api_key", "person", "session");

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    /** Opens the books of a folder whose database runs. */
    static Books of(Path data) {
        try {
            Properties credentials = new Properties();
            credentials.setProperty("user", "heliograph");
            credentials.setProperty(
                    "password",
                    Files.readString(data.resolve("database/password")).strip());
            String url = "jdbc:mariadb://127.0.0.1:" + note(data).getProperty("port")
                    + "/heliograph?sslMode=disable&connectTimeout=3000&socketTimeout=30000";
            return new Books(new Driver().connect(url, credentials));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the folder says about its database server; empty when there is none. */
    static Properties note(Path data) {
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("database/server.properties"))) {
            note.load(reader);
        } catch (IOException absent) {
            note.clear();
        }
        return note;
    }

    /** The database server of the folder. */
    static ProcessHandle server(Path data) {
        long pid = Long.parseLong(note(data).getProperty("pid", "0"));
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("no database runs in " + data));
    }

    /** A number for the content of each table. */
    Map<String, String> checksums() {
        List<String> tables =
                column("select table_name from information_schema.tables where table_schema = database()");
        tables.removeAll(RESTLESS);
        tables.removeAll(USED);
        Map<String, String> sums = new TreeMap<>();
        USED.forEach(table -> sums.put(table, sumWithoutUse(table)));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "checksum table " + String.join(", ", Set.copyOf(tables)) + " extended")) {
            while (rows.next()) {
                sums.put(rows.getString(1).replaceFirst(".*\\.", ""), String.valueOf(rows.getString(2)));
            }
            return sums;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String sumWithoutUse(String table) {
        List<String> columns = column("""
                select concat('`', column_name, '`') from information_schema.columns
                where table_schema = database() and table_name = '%s'
                and column_name not like 'last%%' and column_name <> 'idle_until' order by ordinal_position
                """.formatted(table));
        String named = String.join(", ", columns);
        return column("select coalesce(sum(crc32(concat_ws('|', " + named + "))), 0) from " + table).getFirst();
    }

    /** The first column of an answer. */
    List<String> column(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(String.valueOf(rows.getString(1)));
            }
            return column;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one number of an answer. */
    long number(String query) {
        return Long.parseLong(column(query).stream().collect(Collectors.joining()));
    }

    /** Changes something. */
    int change(String statement) {
        try (Statement prepared = connection.createStatement()) {
            return prepared.executeUpdate(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
