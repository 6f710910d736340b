using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Shop.Data;

/// <summary>Has <c>dotnet ef</c> write migrations that both engines take: without the column types of the one it runs on.</summary>
public sealed partial class ShopDesign : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection)
    {
        serviceCollection.AddSingleton<ICSharpMigrationOperationGenerator, Operations>();
        serviceCollection.AddSingleton<ICSharpSnapshotGenerator, Snapshot>();
    }

    private sealed class Operations(CSharpMigrationOperationGeneratorDependencies dependencies) : CSharpMigrationOperationGenerator(dependencies)
    {
        public override void Generate(string builderName, IReadOnlyList<MigrationOperation> operations, IndentedStringBuilder builder)
        {
            foreach (var column in operations.OfType<CreateTableOperation>().SelectMany(table => table.Columns)
                .Concat<ColumnOperation>(operations.OfType<ColumnOperation>()).Concat(operations.OfType<AlterColumnOperation>().Select(change => change.OldColumn)))
            {
                column.ColumnType = null;
                if (column["Npgsql:ValueGenerationStrategy"] is not null)
                {
                    column["Sqlite:Autoincrement"] = true;
                }
            }

            base.Generate(builderName, operations, builder);
        }
    }

    private sealed partial class Snapshot(CSharpSnapshotGeneratorDependencies dependencies) : CSharpSnapshotGenerator(dependencies)
    {
        public override void Generate(string modelBuilderName, IModel model, IndentedStringBuilder stringBuilder)
        {
            var written = new IndentedStringBuilder();
            base.Generate(modelBuilderName, model, written);
            stringBuilder.AppendLines(ColumnType().Replace(written.ToString(), ""), skipFinalNewline: true);
        }

        [GeneratedRegex(@"\s*\.HasColumnType\(""[^""]*""\)")]
        private static partial Regex ColumnType();
    }
}
