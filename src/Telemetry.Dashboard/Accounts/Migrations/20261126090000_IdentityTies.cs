using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Telemetry.Dashboard.Accounts.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AccountsContext))]
    [Migration("20261126090000_IdentityTies")]
    public partial class IdentityTies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "SeenWith", table: "ExternalIdentities", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<long>(name: "TiedAt", table: "ExternalIdentities", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<string>(name: "TiedBy", table: "ExternalIdentities", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<long>(name: "AcceptedAt", table: "ExternalIdentities", type: "INTEGER", nullable: false, defaultValue: 0L);

            // What people sign in with today goes on; the break-glass account's does not.
            migrationBuilder.Sql("UPDATE ExternalIdentities SET AcceptedAt = SeenAt WHERE AccountId IS NOT NULL");
            migrationBuilder.Sql("UPDATE ExternalIdentities SET AccountId = NULL, AcceptedAt = 0 WHERE AccountId IN (SELECT Id FROM Accounts WHERE Role = 'BreakGlass')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in new[] { "SeenWith", "TiedAt", "TiedBy", "AcceptedAt" })
            {
                migrationBuilder.DropColumn(name: column, table: "ExternalIdentities");
            }
        }
    }
}
