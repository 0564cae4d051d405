"""A Modbus TCP device made of pymodbus 3.0 with holes in its table: sparse_server.py PORT. Registers 100 to 119 without 107, and a float in four orders from 200 on."""
import sys

from pymodbus.constants import Endian
from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.payload import BinaryPayloadBuilder
from pymodbus.server import StartTcpServer

table = {n: n for n in range(100, 120) if n != 107}
for at, (order, words) in enumerate([(Endian.Big, Endian.Big), (Endian.Big, Endian.Little), (Endian.Little, Endian.Big), (Endian.Little, Endian.Little)]):
    builder = BinaryPayloadBuilder(byteorder=order, wordorder=words)
    builder.add_32bit_float(123456.75)
    for i, word in enumerate(builder.to_registers()):
        table[200 + 2 * at + i] = word
slave = ModbusSlaveContext(hr=ModbusSparseDataBlock(table), zero_mode=True)
StartTcpServer(context=ModbusServerContext(slaves=slave, single=True), address=("127.0.0.1", int(sys.argv[1])), allow_reuse_address=True)
