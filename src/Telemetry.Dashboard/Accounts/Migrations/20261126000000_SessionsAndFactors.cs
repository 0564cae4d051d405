using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Telemetry.Dashboard.Accounts.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(AccountsContext))]
    [Migration("20261126000000_SessionsAndFactors")]
    public partial class SessionsAndFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Sites", table: "Accounts", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<long>(name: "ExpiresAt", table: "Accounts", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<bool>(name: "MustChangePassword", table: "Accounts", type: "INTEGER", nullable: false, defaultValue: false);
            migrationBuilder.AddColumn<string>(name: "TotpSecret", table: "Accounts", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<long>(name: "TotpStep", table: "Accounts", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<long>(name: "UnsealedAt", table: "Accounts", type: "INTEGER", nullable: false, defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ProvedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_Sessions", x => x.Id));

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_RecoveryCodes", x => x.Id));

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", nullable: false),
                    UserVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    BackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    BackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attestation = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClientData = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_Passkeys", x => x.Id));

            migrationBuilder.CreateTable(
                name: "ExternalIdentities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ExternalIdentities", x => x.Id));

            migrationBuilder.CreateIndex(name: "IX_Sessions_AccountId", table: "Sessions", column: "AccountId");
            migrationBuilder.CreateIndex(name: "IX_RecoveryCodes_AccountId", table: "RecoveryCodes", column: "AccountId");
            migrationBuilder.CreateIndex(name: "IX_Passkeys_CredentialId", table: "Passkeys", column: "CredentialId", unique: true);
            migrationBuilder.CreateIndex(name: "IX_ExternalIdentities_Issuer_Subject", table: "ExternalIdentities", columns: new[] { "Issuer", "Subject" }, unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ExternalIdentities");
            migrationBuilder.DropTable(name: "Passkeys");
            migrationBuilder.DropTable(name: "RecoveryCodes");
            migrationBuilder.DropTable(name: "Sessions");
            foreach (var column in new[] { "Sites", "ExpiresAt", "MustChangePassword", "TotpSecret", "TotpStep", "UnsealedAt" })
            {
                migrationBuilder.DropColumn(name: column, table: "Accounts");
            }
        }
    }
}
