"""A Modbus RTU slave made of pymodbus 3.0: rtu_slave.py serial PATH | tcp PORT. Units 1 and 2; register n holds n, coil n is n odd."""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.server import StartSerialServer, StartTcpServer
from pymodbus.transaction import ModbusRtuFramer


def slave():
    bits = [n % 2 == 1 for n in range(2000)]
    words = list(range(2000))
    return ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, list(bits)), co=ModbusSequentialDataBlock(0, list(bits)),
        hr=ModbusSequentialDataBlock(0, list(words)), ir=ModbusSequentialDataBlock(0, list(words)), zero_mode=True)


context = ModbusServerContext(slaves={1: slave(), 2: slave()}, single=False)
identity = ModbusDeviceIdentification(info_name={"VendorName": "Chauffage du Nord", "ProductCode": "CN-12", "MajorMinorRevision": "3.0"})
if sys.argv[1] == "serial":
    StartSerialServer(context=context, framer=ModbusRtuFramer, identity=identity, port=sys.argv[2], baudrate=19200, ignore_missing_slaves=True)
else:
    StartTcpServer(context=context, framer=ModbusRtuFramer, identity=identity, address=("127.0.0.1", int(sys.argv[2])), allow_reuse_address=True, ignore_missing_slaves=True)
