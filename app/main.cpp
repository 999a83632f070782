#include "app/program.h"

int main(int argc, char *argv[])
{
    return Gatehouse::Program::run(argc, argv);
}
