using System.Data;
using System.Data.Common;

namespace Microsoft.Data.Analysis;

/// <content>To and from ADO.NET tables and databases.</content>
public partial class DataFrame
{
    public static DataFrame LoadFrom(IEnumerable<IList<object>> vals, IList<(string, Type)> columnInfos)
    {
        var frame = new DataFrame(columnInfos.Select(info => CreateColumn(info.Item2, info.Item1)));
        foreach (var row in vals)
        {
            frame.Append(row, inPlace: true);
        }

        return frame;
    }

    public static DataFrame FromSchema(DbDataReader reader) =>
        new(Enumerable.Range(0, reader.FieldCount).Select(field => CreateColumn(reader.GetFieldType(field), reader.GetName(field))));

    public static async Task<DataFrame> LoadFrom(DbDataReader reader)
    {
        var frame = FromSchema(reader);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            frame.Append(Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? null : reader[field]).ToArray(), inPlace: true);
        }

        await reader.CloseAsync().ConfigureAwait(false);
        return frame;
    }

    public static async Task<DataFrame> LoadFrom(DbDataAdapter adapter)
    {
        using var reader = await adapter.SelectCommand.ExecuteReaderAsync().ConfigureAwait(false);
        return await LoadFrom(reader).ConfigureAwait(false);
    }

    public DataTable ToTable()
    {
        var table = new DataTable();
        SaveTo(table);
        return table;
    }

    public void SaveTo(DataTable table)
    {
        if (table.Columns.Count == 0)
        {
            foreach (var column in Columns)
            {
                table.Columns.Add(column.Name, column.DataType);
            }
        }
        else if (!table.Columns.Cast<DataColumn>().Select(column => column.DataType).SequenceEqual(Columns.Select(column => column.DataType)))
        {
            throw new ArgumentException();
        }

        foreach (var row in Rows)
        {
            table.Rows.Add([.. row.Select(value => value ?? DBNull.Value)]);
        }
    }

    public void SaveTo(DbDataAdapter dataAdapter, DbProviderFactory factory)
    {
        using var commands = factory.CreateCommandBuilder();
        commands.DataAdapter = dataAdapter;
        dataAdapter.InsertCommand = commands.GetInsertCommand();
        dataAdapter.UpdateCommand = commands.GetUpdateCommand();
        dataAdapter.DeleteCommand = commands.GetDeleteCommand();

        using var table = ToTable();
        var connection = dataAdapter.SelectCommand.Connection;
        var wasClosed = connection.State == ConnectionState.Closed;
        if (wasClosed)
        {
            connection.Open();
        }

        try
        {
            using var transaction = connection.BeginTransaction(); // rolled back by Dispose unless committed
            dataAdapter.Update(table);
            transaction.Commit();
        }
        finally
        {
            if (wasClosed)
            {
                connection.Close();
            }
        }
    }

    internal static DataFrameColumn CreateColumn(Type type, string name) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new BooleanDataFrameColumn(name),
        TypeCode.Int32 => new Int32DataFrameColumn(name),
        TypeCode.Single => new SingleDataFrameColumn(name),
        TypeCode.String => new StringDataFrameColumn(name),
        TypeCode.Int64 => new Int64DataFrameColumn(name),
        TypeCode.Decimal => new DecimalDataFrameColumn(name),
        TypeCode.Byte => new ByteDataFrameColumn(name),
        TypeCode.Char => new CharDataFrameColumn(name),
        TypeCode.Double => new DoubleDataFrameColumn(name),
        TypeCode.SByte => new SByteDataFrameColumn(name),
        TypeCode.Int16 => new Int16DataFrameColumn(name),
        TypeCode.UInt32 => new UInt32DataFrameColumn(name),
        TypeCode.UInt64 => new UInt64DataFrameColumn(name),
        TypeCode.UInt16 => new UInt16DataFrameColumn(name),
        TypeCode.DateTime => new DateTimeDataFrameColumn(name),
        _ => throw new NotSupportedException("kind"),
    };
}
